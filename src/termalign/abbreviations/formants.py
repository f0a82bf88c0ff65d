"""Combining forms: the elements of English words (electro|cardio|gram)."""

from functools import lru_cache
from typing import Final

# Neoclassical combining forms and the second halves of common compounds, found in any dictionary.
FORMANTS: Final = frozenset(
    """
    acetyl adeno aero agro algia amino amyl andro angio anthropo anti arterio arthro astro audio auto
    bacterio bio blast board bromo butyl carbo carbon carcino cardio cephalo cerebro chemo chloro chole
    chrome chromo chrono cide circum co colo conductor contra counter craft cranio crypto cyan cyano
    cyte cyto deoxy dermat dermo desk di dia down dynamic eco economic ectomy electro emia encephalo
    endo entero epi equi erythro esophago ester ethyl euro extra field fluor fluoro fold form forma
    gamma gastro gen genesis genetic geo glyco gonado gram graph graphic graphy ground gynaeco haemo
    head hemo hepato hetero hexa histo homo horse hydro hydroxy hyper hypo immune immuno infra inter
    intra iodo iso keto kilo kinin lact land less leuko line linguistic lipo lith load logic logical
    logy lympho lysis macro mail mark mega mercapto meta meter methoxy methyl metre metric metry micro
    mid milli mitter mono morpho multi muscular myco myelo myo nano naso neo nephro neuro nitrate nitro
    non nuclear nucleo octa off oid oma ome omics on oncology opathy ophthalmo ortho osteo oto out over
    oxide oxy oxygen paper para parasite patho pent penta peptide peri phenol phenyl philic phobic phone
    phono phor phoresis phosphate phospho photo phyll physio plasm plastic plasty pleg plegia plex
    pneumo poly port post pre press printer pro propyl proto pseudo psycho pulmonary pyro quadri radio
    receptor renal retro rhino ribo saccharide schooler sclero scope scopy screen script self semi sero
    ship sigma social sol somatic sonic sonography space spectro sphere stat steroid stomy sub sulf
    sulfate sulph sulpho super supra surface syn table techno technology tele tetra thermo thio thorax
    thrombo tomo tomy topic toxic toxin trans traumatic tri trophic tropic turbo tyl type ultra under
    uni up ure uretero vascular ventricular video vir virus vision visual ware watch water way web wide
    wife wood word work works yard zoo zyme
    """.split()
)
_LONGEST: Final = max(map(len, FORMANTS))


@lru_cache(8192)
def boundaries(form: str) -> frozenset[int]:
    """Return the offsets inside `form` at which a combining form begins or ends.

    >>> sorted(boundaries("electrocardiogram"))
    [7, 13]
    """
    size = len(form)
    found: set[int] = set()
    reach = [0]
    # Forwards from the beginning: each combining form with three letters or more after it ends at a boundary.
    while reach:
        at = reach.pop()
        for stop in range(at + 3, min(at + _LONGEST, size - 2) + 1):
            if stop not in found and form[at:stop] in FORMANTS:
                found.add(stop)
                reach.append(stop)
    # Backwards from the end: a final element of four letters or more begins at one.
    found.update(at for at in range(2, size - 3) if form[at:] in FORMANTS)
    return frozenset(found)

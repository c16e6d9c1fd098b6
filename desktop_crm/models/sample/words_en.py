# ruff: noqa: E501, SIM905  (lists of words read best in long lines)
"""The words English sample data is made of."""

from __future__ import annotations

PLACES = (
    ("Leeds", "LS1 4AP", "+44113496"),
    ("Sheffield", "S1 2HE", "+44114496"),
    ("Leicester", "LE1 6RU", "+44116496"),
    ("Bristol", "BS1 4ST", "+44117496"),
    ("Reading", "RG1 1AX", "+44118496"),
    ("Birmingham", "B2 4QA", "+44121496"),
    ("Edinburgh", "EH1 1YZ", "+44131496"),
    ("Glasgow", "G1 3SL", "+44141496"),
    ("Liverpool", "L2 2PP", "+44151496"),
    ("Manchester", "M2 5DB", "+44161496"),
    ("London", "EC2A 4NE", "+44207946"),
)
FIRST = tuple(
    (
        "Amber Anchor Arden Ashford Beacon Birch Bright Calder Cedar Copper Crown Dale Eastgate Elm Fairview Falcon "
        "Granite Harbour Haven Hazel Highfield Ivy Juniper Keystone Lakeside Linden Maple Meridian Northern Oak "
        "Orchard Pioneer Quarry Redwood Ridge River Rowan Silver Summit Thorn Union Valley Westgate Willow"
    ).split()
)
SECOND = tuple(
    (
        "Bay Bridge Brook Court Cross Field Forge Gate Grove Hill House Lane Mark Mill Park Point Stone Way Wood Works"
    ).split()
)
TRADES = (
    ("manufacturing", "Engineering"),
    ("manufacturing", "Precision Tools"),
    ("manufacturing", "Plastics"),
    ("retail", "Trading"),
    ("retail", "Wholesale"),
    ("it", "Software"),
    ("it", "Data Services"),
    ("finance", "Leasing"),
    ("healthcare", "Medical Supplies"),
    ("education", "Training"),
    ("construction", "Builders"),
    ("construction", "Joinery"),
    ("logistics", "Logistics"),
    ("logistics", "Freight"),
    ("energy", "Energy"),
    ("agriculture", "Foods"),
    ("catering", "Catering"),
    ("media", "Press"),
    ("real_estate", "Property"),
    ("services", "Consulting"),
)
FORMS = ("Ltd", "Ltd", "Ltd", "Limited", "plc", "LLP", "Group Ltd", "Ltd")
GIVEN = tuple(
    (
        "Adam Alice Amy Andrew Anna Ben Carol Chloe Daniel David Edward Ella Emma Fiona Frank Grace Hannah Harry Helen "
        "Ian Isla Jack James Jane Joanna John Julia Kate Laura Liam Lucy Mark Martin Mary Megan Nina Oliver Owen Paul "
        "Peter Rachel Rob Ruth Sam Sarah Simon Sophie Tom Victoria Zoë"
    ).split()
)
SURNAMES = tuple(
    (
        "Adams Allen Bailey Baker Barnes Bell Bennett Brooks Brown Carter Clark Collins Cooper Cox Davies Edwards Evans "
        "Fisher Foster Gray Green Hall Harris Hill Hughes Hunt Jackson James Jones Kelly King Knight Lee Lewis Marsh "
        "Mason Mills Moore Morgan Murphy O'Neill Parker Price Reed Roberts Scott Shaw Stone Taylor Turner Walker Ward "
        "Watson West White Wood Wright Young"
    ).split()
)
STREETS = (
    "High Street",
    "Station Road",
    "Church Lane",
    "Mill Road",
    "Park Avenue",
    "Queen Street",
    "Victoria Road",
)
TITLES = (
    "Managing director",
    "Purchasing manager",
    "Buyer",
    "Finance director",
    "Technical director",
    "Engineer",
    "Office manager",
    "Operations manager",
)
DEPARTMENTS = ("Management", "Purchasing", "Finance", "Engineering", "Operations", "Sales")
OCCUPATIONS = (
    "Teacher",
    "Doctor",
    "Engineer",
    "Solicitor",
    "Accountant",
    "Shopkeeper",
    "Designer",
    "Retired",
)
TAGS = (
    "Key", "Long-standing", "High potential", "Price-sensitive", "Credit terms", "Export", "Public sector", "Fair",
    "Referred", "Call back", "Strategic", "Small orders",
)  # fmt: skip
NEEDS = (
    "Wants shorter delivery times and monthly statements.",
    "Asks for quick service and support on site.",
    "Plans to expand next year and compares three suppliers.",
    "Needs test reports and warranty terms.",
    "On a small budget; the standard version first.",
)
NEXT_STEPS = ("Call about their experience", "Send the new quote", "Arrange a demonstration", "Send samples",
              "Chase the signed contract", "Meet the director")  # fmt: skip
NOTES = (
    "Came through another customer; easy to talk to.",
    "Decides slowly, with a review each quarter.",
    "Two orders last year, paid on time.",
    "Best reached in the afternoon.",
)
FOUNDED, BIRTHDAY, CONTRACT = "Founded", "Birthday", "Contract signed"
DESK = "Front desk"

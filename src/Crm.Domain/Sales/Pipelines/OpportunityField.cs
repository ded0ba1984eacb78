namespace Crm.Domain.Sales;

/// <summary>A field of an opportunity that a stage can require.</summary>
public enum OpportunityField
{
    /// <summary>The amount.</summary>
    Amount,

    /// <summary>The day on which it is expected to close.</summary>
    CloseDate,

    /// <summary>Who answers for it.</summary>
    Owner,

    /// <summary>At least one person of the buying centre.</summary>
    Contact,

    /// <summary>A person of the buying centre who decides.</summary>
    DecisionMaker,

    /// <summary>What is to be done next.</summary>
    NextStep,

    /// <summary>At least one competitor.</summary>
    Competitor,

    /// <summary>Where it came from.</summary>
    Source,

    /// <summary>What it is about.</summary>
    Description,
}

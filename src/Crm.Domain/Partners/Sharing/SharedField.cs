namespace Crm.Domain.Partners;

/// <summary>A field of a shared record that partners may be let see or change.</summary>
public enum SharedField
{
    /// <summary>What it is about: the subject of a case or interaction, the topic of a lead, the name of an opportunity.</summary>
    Title,

    /// <summary>Where it stands: a case in the words for customers, a lead, an opportunity by the key of its stage.</summary>
    Status,

    /// <summary>What else is written down of a lead or an opportunity.</summary>
    Description,

    /// <summary>The product of a case.</summary>
    Product,

    /// <summary>The solution of a case.</summary>
    Solution,

    /// <summary>What the business and its customer wrote to each other about a case.</summary>
    Messages,

    /// <summary>The channel of an interaction.</summary>
    Channel,

    /// <summary>The text of an interaction.</summary>
    Body,

    /// <summary>Who a lead is, and how it is reached.</summary>
    Contact,

    /// <summary>What an opportunity would bring.</summary>
    Amount,

    /// <summary>The day on which an opportunity is expected to close.</summary>
    CloseDate,

    /// <summary>What is to be done next about an opportunity.</summary>
    NextStep,
}

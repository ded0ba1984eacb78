namespace Crm.Domain.Customers;

/// <summary>Which of two values survives a merge. A value always survives over none, and of two equally good ones the survivor's does.</summary>
public enum SurvivorshipRule
{
    /// <summary>The survivor's value.</summary>
    Survivor,

    /// <summary>The value of the record that was changed last.</summary>
    Newest,

    /// <summary>The longer text.</summary>
    Longest,

    /// <summary>The value with more parts: of a name, of an address.</summary>
    MostComplete,

    /// <summary>What the caller chose for this very field.</summary>
    Chosen,
}

namespace Crm.Domain.Interactions;

/// <summary>What kind of number was dialled.</summary>
public enum DialledNumberKind
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>An ordinary line.</summary>
    Line,

    /// <summary>A number that is free for the caller.</summary>
    TollFree,

    /// <summary>A number whose cost caller and called share.</summary>
    SharedCost,

    /// <summary>A number that costs the caller more than a call.</summary>
    Premium,

    /// <summary>A mobile.</summary>
    Mobile,

    /// <summary>An extension or a colleague.</summary>
    Internal,

    /// <summary>A call over the internet, without a number of the telephone network.</summary>
    Internet,
}

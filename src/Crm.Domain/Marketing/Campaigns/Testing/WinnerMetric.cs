namespace Crm.Domain.Marketing;

/// <summary>What decides which variant is best: the share of those to whom it was sent who did this.</summary>
public enum WinnerMetric
{
    /// <summary>Opened it.</summary>
    Open,

    /// <summary>Clicked in it.</summary>
    Click,

    /// <summary>Did what it was for, such as buying.</summary>
    Conversion,
}

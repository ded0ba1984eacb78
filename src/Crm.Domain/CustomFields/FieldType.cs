namespace Crm.Domain.CustomFields;

/// <summary>What kind of value a field holds.</summary>
public enum FieldType
{
    /// <summary>One line of text, compared folded.</summary>
    Text,

    /// <summary>An exact number with up to four decimals.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>An instant, to the microsecond.</summary>
    Instant,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>One key of a list, or several; compared exactly.</summary>
    Choice,
}

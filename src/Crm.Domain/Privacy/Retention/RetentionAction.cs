namespace Crm.Domain.Privacy;

/// <summary>What becomes of records that are old enough.</summary>
public enum RetentionAction
{
    /// <summary>The person is erased; for customers.</summary>
    Erase,

    /// <summary>Records stay for the figures, without their personal values; for contacts and cases.</summary>
    Anonymise,

    /// <summary>Records go with their timeline, audit and events; for contacts and cases.</summary>
    Delete,
}

namespace Crm.Domain.Privacy;

/// <summary>Which records a retention policy is about, and from when their age counts.</summary>
public enum RetentionArea
{
    /// <summary>Persons, from the last happening on their timeline.</summary>
    Customers,

    /// <summary>Contacts, from when they took place.</summary>
    Interactions,

    /// <summary>Closed cases, from when they were closed; open ones have no age.</summary>
    Cases,
}

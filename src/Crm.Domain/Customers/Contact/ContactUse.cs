namespace Crm.Domain.Customers;

/// <summary>In which part of life a contact point or a postal address is used.</summary>
public enum ContactUse
{
    /// <summary>Not known.</summary>
    Unspecified,

    /// <summary>At work.</summary>
    Work,

    /// <summary>At home.</summary>
    Home,

    /// <summary>Elsewhere; a label says where.</summary>
    Other,
}

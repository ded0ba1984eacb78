namespace Crm.Domain.SelfService;

/// <summary>For whom a portal account acts.</summary>
public enum PortalRole
{
    /// <summary>For its own customer alone, also within an organisation.</summary>
    Member,

    /// <summary>For its own customer, the organisation, and the customers of the organisation's other accounts; it manages those accounts.</summary>
    Administrator,
}

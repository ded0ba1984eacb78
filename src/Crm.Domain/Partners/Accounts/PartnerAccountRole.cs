namespace Crm.Domain.Partners;

/// <summary>What somebody of a partner may do there.</summary>
public enum PartnerAccountRole
{
    /// <summary>Works on leads and registrations.</summary>
    Member,

    /// <summary>Does so, and invites and removes the partner's other people.</summary>
    Administrator,
}

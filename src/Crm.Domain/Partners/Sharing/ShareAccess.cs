namespace Crm.Domain.Partners;

/// <summary>What a partner may do with a record that is shared with it. Each includes those before.</summary>
public enum ShareAccess
{
    /// <summary>It reads what partners may read of the record.</summary>
    Read,

    /// <summary>It writes comments, which the staff answers.</summary>
    Comment,

    /// <summary>It changes the fields of <see cref="PartnerOptions.SharedChanges"/>.</summary>
    Edit,
}

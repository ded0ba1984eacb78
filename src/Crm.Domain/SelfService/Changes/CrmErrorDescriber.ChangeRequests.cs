namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such change, or it is not the actor's to see.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ChangeRequestNotFound(string key) => Error(nameof(ChangeRequestNotFound), "There is no requested change {0}.", "request", key);

    /// <summary>The change stands where this cannot be done.</summary>
    /// <param name="status">Name of where it stands.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ChangeRequestStatusUnfit(string status) => Error(nameof(ChangeRequestStatusUnfit), "This cannot be done while the requested change is: {0}.", "request", status);

    /// <summary>Customers cannot change these data themselves.</summary>
    /// <param name="domain">Name of the data.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ChangeNotOffered(string domain) => Error(nameof(ChangeNotOffered), "This cannot be changed here: {0}.", "change", domain);

    /// <summary>A change of the same data waits already.</summary>
    /// <param name="domain">Name of the data.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ChangeRequestOpen(string domain) => Error(nameof(ChangeRequestOpen), "A change of these data is waiting already: {0}.", "change", domain);

    /// <summary>All codes were sent.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError ChangeCodesUsedUp() => Error(nameof(ChangeCodesUsedUp), "No more codes are sent for this change.", "request");
}

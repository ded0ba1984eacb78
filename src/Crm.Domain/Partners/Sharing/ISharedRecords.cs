using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>The records of other areas that can be shared with partners. Finds none of an area that is not in use. Never saves.</summary>
public interface ISharedRecords
{
    /// <summary>Finds what partners could be let see of a record.</summary>
    /// <param name="subject">The record.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The content; null where there is no such record.</returns>
    Task<SharedContent?> FindAsync(SubjectReference subject, CancellationToken cancellationToken);

    /// <summary>Changes a field of a record.</summary>
    /// <param name="subject">The record.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">The new value as text, in invariant form; null for none.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>Success, or <c>PartnerFieldClosed</c> where the record has no such field to change, <c>InvalidValue</c>, or what the record refuses.</returns>
    Task<CrmResult> ChangeAsync(SubjectReference subject, SharedField field, string? value, Instant now, CancellationToken cancellationToken);
}

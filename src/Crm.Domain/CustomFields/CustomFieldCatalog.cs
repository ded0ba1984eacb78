using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.CustomFields;

/// <summary>The catalogue of custom fields: which fields the business adds to which kind of record.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once through <see cref="ICrmUnitOfWork"/> or its own context.</remarks>
[FrontDoor]
public sealed class CustomFieldCatalog(ICustomFieldStore store, ICustomFieldQueries queries, IEnumerable<CustomFieldOwner> owners, CrmActs acts)
{
    /// <summary>Defines a field.</summary>
    /// <param name="recordKind">The kind of record, such as <see cref="SubjectKinds.Customer"/>.</param>
    /// <param name="key">What programs and files call it: lower-case letters, digits, hyphens and underscores.</param>
    /// <param name="type">What it holds.</param>
    /// <param name="details">What it is called and what it accepts.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The field, or <c>ActNotAllowed</c>, <c>CustomFieldRecordUnknown</c>, <c>CustomFieldAlreadyDefined</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<CustomField>> DefineAsync(
        string recordKind, string key, FieldType type, CustomFieldDetails? details = null, CancellationToken cancellationToken = default) =>
        acts.MakeAsync<CustomField>(
            "custom-fields.define",
            async now =>
            {
                if (owners.All(o => o.RecordKind != recordKind))
                {
                    return acts.Errors.CustomFieldRecordUnknown(recordKind);
                }

                var definition = new CustomFieldDefinition(CustomFieldId.New(now), recordKind, key, type, details ?? new CustomFieldDetails(), now);
                if (await store.FindAsync(recordKind, key, cancellationToken).ConfigureAwait(false) is not null)
                {
                    return acts.Errors.CustomFieldAlreadyDefined(key);
                }

                store.Add(definition);
                return definition.ToField();
            },
            cancellationToken);

    /// <summary>Changes what a field is called and what it accepts. Values that are stored stay as they are.</summary>
    /// <param name="recordKind">The kind of record.</param>
    /// <param name="key">The field's key.</param>
    /// <param name="details">The details since, whole.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The field, or <c>ActNotAllowed</c>, <c>CustomFieldNotFound</c>, <c>CustomFieldIsArchived</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<CustomField>> ChangeAsync(string recordKind, string key, CustomFieldDetails details, CancellationToken cancellationToken = default) =>
        ChangeAsync("custom-fields.change", recordKind, key, d => d.CanChange(), (d, now) => d.Change(details, now), cancellationToken);

    /// <summary>Archives a field: it takes no values any more; those that are stored can be read, cleared and filtered by.</summary>
    /// <param name="recordKind">The kind of record.</param>
    /// <param name="key">The field's key.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The field, or <c>ActNotAllowed</c>, <c>CustomFieldNotFound</c>, <c>CustomFieldIsArchived</c>.</returns>
    public Task<CrmResult<CustomField>> ArchiveAsync(string recordKind, string key, CancellationToken cancellationToken = default) =>
        ChangeAsync("custom-fields.archive", recordKind, key, d => d.CanArchive(), (d, now) => d.Archive(now), cancellationToken);

    /// <summary>Lets an archived field take values again.</summary>
    /// <param name="recordKind">The kind of record.</param>
    /// <param name="key">The field's key.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The field, or <c>ActNotAllowed</c>, <c>CustomFieldNotFound</c>, <c>CustomFieldNotArchived</c>.</returns>
    public Task<CrmResult<CustomField>> RestoreAsync(string recordKind, string key, CancellationToken cancellationToken = default) =>
        ChangeAsync("custom-fields.restore", recordKind, key, d => d.CanRestore(), (d, now) => d.Restore(now), cancellationToken);

    /// <summary>The fields of a kind of record, by key; none for whoever is not staff.</summary>
    /// <param name="recordKind">The kind of record.</param>
    /// <param name="includeArchived">Whether archived fields are listed too.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The fields.</returns>
    public async Task<IReadOnlyList<CustomField>> ListAsync(string recordKind, bool includeArchived = false, CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything
            ? [.. (await queries.ListAsync(recordKind, cancellationToken).ConfigureAwait(false)).Where(f => includeArchived || !f.IsArchived)]
            : [];

    private async Task<CrmResult<CustomField>> ChangeAsync(
        string act, string recordKind, string key, Func<CustomFieldDefinition, CrmRuling> may, Action<CustomFieldDefinition, NodaTime.Instant> change, CancellationToken cancellationToken)
    {
        var changed = await acts.ChangeAsync(
            act, store.FindAsync(recordKind, key, cancellationToken), e => e.CustomFieldNotFound(key), null, may, change, cancellationToken).ConfigureAwait(false);
        return changed.TryGetValue(out var definition) ? definition.ToField() : CrmResult<CustomField>.Failed(changed.Errors);
    }
}

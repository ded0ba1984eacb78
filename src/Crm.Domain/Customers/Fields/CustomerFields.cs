using Crm.Domain.Access;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Fills in custom fields of customers. Which fields there are, <see cref="CustomFieldCatalog"/> decides.</summary>
/// <remarks>Scoped service. No act saves; the host saves once through <see cref="ICrmUnitOfWork"/> or its own context.</remarks>
[FrontDoor]
public sealed class CustomerFields(ICustomerStore customers, ICustomFieldQueries fields, CrmActs acts)
{
    /// <summary>Sets the value of a field, in place of the one before.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="key">The field's key.</param>
    /// <param name="value">The value.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The customer, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>, <c>CustomFieldNotFound</c>, or as
    /// <see cref="CustomField.CanTake"/> says.</returns>
    public Task<CrmResult<Customer>> SetAsync(CustomerId id, string key, CustomValue value, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        return FillAsync("customers.set-field", id, new Dictionary<string, CustomValue?> { [key] = value }, demandsAll: false, expectedVersion, cancellationToken);
    }

    /// <summary>Clears the value of a field.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="key">The field's key.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The customer, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>, <c>CustomFieldNotFound</c>,
    /// <c>CustomFieldNotSet</c>, <c>CustomFieldRequired</c>.</returns>
    public async Task<CrmResult<Customer>> ClearAsync(CustomerId id, string key, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        var field = (await fields.ListAsync(SubjectKinds.Customer, cancellationToken).ConfigureAwait(false)).FirstOrDefault(f => f.Key == key);
        return await acts.ChangeAsync(
            "customers.clear-field",
            customers.FindAsync(id, cancellationToken),
            e => e.CustomerNotFound(id.ToString()),
            expectedVersion,
            c => field is null ? CrmRuling.Refused(e => e.CustomFieldNotFound(key)) : c.CanClearCustomField(field),
            (c, now) => c.ClearCustomField(field!, now),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Fills in a form: several fields at once, all or none. A required field that is neither given nor set before is refused.
    /// </summary>
    /// <param name="id">The customer.</param>
    /// <param name="values">Key to value; null clears. Fields that are left out stay.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The customer, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>; or every field's refusal:
    /// <c>CustomFieldNotFound</c>, <c>CustomFieldRequired</c>, or as <see cref="CustomField.CanTake"/> says.</returns>
    public Task<CrmResult<Customer>> FillAsync(
        CustomerId id, IReadOnlyDictionary<string, CustomValue?> values, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        return FillAsync("customers.fill-fields", id, values, demandsAll: true, expectedVersion, cancellationToken);
    }

    /// <summary>The required fields that a customer has no value of.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The fields, by key; or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>.</returns>
    public Task<CrmResult<IReadOnlyList<CustomField>>> MissingAsync(CustomerId id, CancellationToken cancellationToken = default) =>
        acts.MakeAsync<IReadOnlyList<CustomField>>(
            "customers.read-fields",
            async _ => await customers.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } customer
                ? acts.Errors.CustomerNotFound(id.ToString())
                : (await fields.ListAsync(SubjectKinds.Customer, cancellationToken).ConfigureAwait(false)).Where(f => IsMissing(f, customer)).ToArray(),
            cancellationToken);

    // For other areas, which know customers by their ids; those that come without a value they need not.
    internal async Task<CrmResult<CustomerId>> TakeValuesAsync(CustomerId id, IReadOnlyDictionary<string, CustomValue> values, CancellationToken cancellationToken)
    {
        var filled = await FillAsync("customers.fill-fields", id, values.ToDictionary(v => v.Key, v => (CustomValue?)v.Value, StringComparer.Ordinal), demandsAll: false, null, cancellationToken).ConfigureAwait(false);
        return filled.Succeeded ? filled.Value.Id : CrmResult<CustomerId>.Failed(filled.Errors);
    }

    private static bool IsMissing(CustomField field, Customer customer) =>
        field is { IsRequired: true, IsArchived: false } && !customer.CustomFields.Any(v => v.FieldId == field.Id);

    private Task<CrmResult<Customer>> FillAsync(
        string act, CustomerId id, IReadOnlyDictionary<string, CustomValue?> values, bool demandsAll, long? expectedVersion, CancellationToken cancellationToken) =>
        acts.MakeAsync<Customer>(
            act,
            async now =>
            {
                if (await customers.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } customer)
                {
                    return acts.Errors.CustomerNotFound(id.ToString());
                }

                if (expectedVersion is { } expected && expected != customer.Version)
                {
                    return acts.Errors.VersionConflict($"{nameof(Customer)} {id}");
                }

                var known = await fields.ListAsync(SubjectKinds.Customer, cancellationToken).ConfigureAwait(false);
                var refused = values.Select(v => Refusal(customer, known, v.Key, v.Value)).OfType<CrmError>().ToList();
                if (demandsAll)
                {
                    refused.AddRange(known.Where(f => IsMissing(f, customer) && !values.ContainsKey(f.Key)).Select(f => acts.Errors.CustomFieldRequired(f.Key)));
                }

                if (refused.Count > 0)
                {
                    return CrmResult<Customer>.Failed(refused);
                }

                foreach (var field in known.Where(f => values.ContainsKey(f.Key)))
                {
                    if (values[field.Key] is { } value)
                    {
                        customer.SetCustomField(field, value, now);
                    }
                    else if (customer.CanClearCustomField(field).IsPermitted)
                    {
                        customer.ClearCustomField(field, now);
                    }
                }

                return customer;
            },
            cancellationToken);

    private CrmError? Refusal(Customer customer, IReadOnlyList<CustomField> known, string key, CustomValue? value)
    {
        if (known.FirstOrDefault(f => f.Key == key) is not { } field)
        {
            return acts.Errors.CustomFieldNotFound(key);
        }

        var ruling = value is not null ? customer.CanSetCustomField(field, value)
            : field is { IsRequired: true, IsArchived: false } ? CrmRuling.Refused(e => e.CustomFieldRequired(key))
            : CrmRuling.Permitted;
        return ruling.IsPermitted ? null : ruling.ToError(acts.Errors);
    }
}

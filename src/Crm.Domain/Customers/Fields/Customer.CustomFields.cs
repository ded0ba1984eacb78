using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

public abstract partial class Customer
{
    private readonly List<CustomerField> _customFields = [];

    /// <summary>Values of custom fields, in typed slots; a field with several choices has several.</summary>
    public IReadOnlyList<CustomerField> CustomFields => _customFields;

    /// <summary>The value of a custom field.</summary>
    /// <param name="key">The field's key.</param>
    /// <returns>The value; null when the customer has none.</returns>
    public CustomValue? CustomValueOf(string key) => CustomValue.OfSlots([.. _customFields.Where(f => f.Key == key).OrderBy(f => f.Ordinal)]);

    /// <summary>Whether a custom field can get a value.</summary>
    /// <param name="field">The field, one for customers.</param>
    /// <param name="value">The value.</param>
    /// <returns>The ruling; refused as <see cref="CustomField.CanTake"/> says.</returns>
    /// <exception cref="ArgumentException">The field is for another kind of record.</exception>
    public CrmRuling CanSetCustomField(CustomField field, CustomValue value) => OfCustomers(field).CanTake(value);

    /// <summary>Sets the value of a custom field, in place of the one before.</summary>
    /// <param name="field">The field, one for customers.</param>
    /// <param name="value">The value.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The field does not take the value.</exception>
    /// <exception cref="ArgumentException">The field is for another kind of record.</exception>
    public void SetCustomField(CustomField field, CustomValue value, Instant now)
    {
        CanSetCustomField(field, value).Demand();
        CustomFieldValue.Write(_customFields, field, value, () => new CustomerField());
        Raise(new CustomerFieldSet(Id, field.Id, field.Key, now));
    }

    /// <summary>Whether the value of a custom field can be cleared; that of an archived field can.</summary>
    /// <param name="field">The field, one for customers.</param>
    /// <returns>The ruling; refused with <c>CustomFieldNotSet</c> or <c>CustomFieldRequired</c>.</returns>
    /// <exception cref="ArgumentException">The field is for another kind of record.</exception>
    public CrmRuling CanClearCustomField(CustomField field) => !_customFields.Exists(f => f.FieldId == OfCustomers(field).Id)
        ? CrmRuling.Refused(e => e.CustomFieldNotSet(field.Key))
        : field is { IsRequired: true, IsArchived: false } ? CrmRuling.Refused(e => e.CustomFieldRequired(field.Key)) : CrmRuling.Permitted;

    /// <summary>Clears the value of a custom field.</summary>
    /// <param name="field">The field, one for customers.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The customer has no value, or the field needs one.</exception>
    /// <exception cref="ArgumentException">The field is for another kind of record.</exception>
    public void ClearCustomField(CustomField field, Instant now)
    {
        CanClearCustomField(field).Demand();
        _customFields.RemoveAll(f => f.FieldId == field.Id);
        Raise(new CustomerFieldCleared(Id, field.Id, field.Key, now));
    }

    private static CustomField OfCustomers(CustomField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        Guard.NotEmpty(field.Id, nameof(field));
        CustomFieldKey.Checked(field.Key);
        return field.RecordKind == SubjectKinds.Customer ? field : throw new ArgumentException($"{field.Key} is a field of the kind {field.RecordKind}.", nameof(field));
    }
}

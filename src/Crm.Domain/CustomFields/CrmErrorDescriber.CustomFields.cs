namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such custom field.</summary>
    /// <param name="key">The field's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CustomFieldNotFound(string key) => Error(nameof(CustomFieldNotFound), "There is no custom field {0}.", key, key);

    /// <summary>Records of this kind have no custom fields.</summary>
    /// <param name="recordKind">The kind of record.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CustomFieldRecordUnknown(string recordKind) =>
        Error(nameof(CustomFieldRecordUnknown), "Records of the kind {0} have no custom fields.", "recordKind", recordKind);

    /// <summary>A custom field with this key exists already.</summary>
    /// <param name="key">The field's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CustomFieldAlreadyDefined(string key) => Error(nameof(CustomFieldAlreadyDefined), "A custom field {0} exists already.", key, key);

    /// <summary>The custom field takes no values any more.</summary>
    /// <param name="key">The field's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CustomFieldIsArchived(string key) => Error(nameof(CustomFieldIsArchived), "The custom field {0} is archived.", key, key);

    /// <summary>The custom field is in use.</summary>
    /// <param name="key">The field's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CustomFieldNotArchived(string key) => Error(nameof(CustomFieldNotArchived), "The custom field {0} is not archived.", key, key);

    /// <summary>The value is of another type.</summary>
    /// <param name="key">The field's key.</param>
    /// <param name="type">Name of the type that was expected.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CustomFieldTypeMismatch(string key, string type) =>
        Error(nameof(CustomFieldTypeMismatch), "The custom field {0} takes another type of value: {1}.", key, key, type);

    /// <summary>The text is too long.</summary>
    /// <param name="key">The field's key.</param>
    /// <param name="maxLength">Most characters.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CustomFieldTooLong(string key, int maxLength) =>
        Error(nameof(CustomFieldTooLong), "The custom field {0} takes at most {1} characters.", key, key, maxLength);

    /// <summary>The number or day is out of bounds.</summary>
    /// <param name="key">The field's key.</param>
    /// <param name="from">The least value; an ellipsis where there is none.</param>
    /// <param name="to">The greatest value; an ellipsis where there is none.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CustomFieldOutOfRange(string key, string from, string to) =>
        Error(nameof(CustomFieldOutOfRange), "The custom field {0} takes values from {1} to {2}.", key, key, from, to);

    /// <summary>The choice is not on the list.</summary>
    /// <param name="key">The field's key.</param>
    /// <param name="choice">The choice.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CustomFieldChoiceUnknown(string key, string choice) =>
        Error(nameof(CustomFieldChoiceUnknown), "The custom field {0} has no choice {1}.", key, key, choice);

    /// <summary>The custom field takes one choice only.</summary>
    /// <param name="key">The field's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CustomFieldTakesOne(string key) => Error(nameof(CustomFieldTakesOne), "The custom field {0} takes one choice only.", key, key);

    /// <summary>The custom field needs a value.</summary>
    /// <param name="key">The field's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CustomFieldRequired(string key) => Error(nameof(CustomFieldRequired), "The custom field {0} needs a value.", key, key);

    /// <summary>The record has no value of the custom field.</summary>
    /// <param name="key">The field's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CustomFieldNotSet(string key) => Error(nameof(CustomFieldNotSet), "The custom field {0} has no value.", key, key);
}

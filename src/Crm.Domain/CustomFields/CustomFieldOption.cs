namespace Crm.Domain.CustomFields;

/// <summary>A choice as it is stored. Part of <see cref="CustomFieldDefinition"/>; changed by its acts.</summary>
public sealed class CustomFieldOption
{
    private CustomFieldOption() => Key = null!;

    internal CustomFieldOption(string key, int ordinal) => (Key, Ordinal) = (key, ordinal);

    /// <summary>The choice's key.</summary>
    public string Key { get; private set; }

    /// <summary>Place in the list, from 1.</summary>
    public int Ordinal { get; internal set; }
}

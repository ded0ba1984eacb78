using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Encryption;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>Derived keys as the table holds them: as they are or, where personal data is encrypted, as words that stand for them.</summary>
internal static class StoredCustomerKeys
{
    public static IReadOnlyList<DerivedKey> Of(this CustomerKeyKinds kinds, IReadOnlyModel model, Customer customer)
    {
        var keys = kinds.KeysOf(customer);
        return EncryptedColumns.KeysOf(model) is { } secret
            ? [.. keys.Select(k => k with { Key = secret.SearchWord(k.Kind, k.Key) }).OrderBy(k => k.Kind, StringComparer.Ordinal).ThenBy(k => k.Key, StringComparer.Ordinal)]
            : [.. keys.Where((k, i) => !IsFoundBy(k, i + 1 < keys.Count ? keys[i + 1] : default))];
    }

    // Words are sought by their beginning, and what begins with a word comes next in the order.
    private static bool IsFoundBy(DerivedKey key, DerivedKey next) =>
        key.Kind == CustomerSearchKeys.KindName && next.Kind == key.Kind && next.Key.StartsWith(key.Key, StringComparison.Ordinal);

    /// <summary>What stored keys begin with that begin with one of some texts. Encrypted, a key is found whole only.</summary>
    public static IReadOnlyList<string> Beginnings(IReadOnlyModel model, string kind, IReadOnlyList<string> beginnings) =>
        EncryptedColumns.KeysOf(model) is { } secret ? [.. beginnings.Select(b => secret.SearchWord(kind, b))] : beginnings;
}

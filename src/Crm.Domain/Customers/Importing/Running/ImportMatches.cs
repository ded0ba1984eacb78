using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>By which keys rows know customers, those made or changed earlier in the same batch included.</summary>
internal sealed class ImportMatches
{
    private readonly Dictionary<ImportKey, List<(CustomerId Id, CustomerKind Kind)>> _known = [];

    public ImportMatches(IEnumerable<ImportCandidate> stored)
    {
        foreach (var candidate in stored)
        {
            Add(candidate.Key, candidate.Id, candidate.Kind);
        }
    }

    public static IEnumerable<ImportKey> KeysOf(ImportedCustomer row) => CertainKeysOf(row).Concat(EmailKeysOf(row)).Concat(PhoneKeysOf(row));

    /// <summary>Whom a row means.</summary>
    public ImportMatch Find(ImportedCustomer row)
    {
        foreach (var key in CertainKeysOf(row))
        {
            if (_known.TryGetValue(key, out var certain))
            {
                return new ImportMatch(ImportMatchBy.Reference, [certain[0].Id], certain[0].Kind == row.Kind);
            }
        }

        var byEmail = Likely(EmailKeysOf(row), row.Kind);
        return byEmail.Count > 0 ? new ImportMatch(ImportMatchBy.Email, byEmail, true)
            : Likely(PhoneKeysOf(row), row.Kind) is { Count: > 0 } byPhone ? new ImportMatch(ImportMatchBy.Phone, byPhone, true)
            : ImportMatch.None;
    }

    /// <summary>Later rows know a customer by what this row says.</summary>
    public void Add(ImportedCustomer row, CustomerId id)
    {
        foreach (var key in KeysOf(row).Where(k => k.Kind != ImportKeyKind.Id))
        {
            Add(key, id, row.Kind);
        }
    }

    private void Add(ImportKey key, CustomerId id, CustomerKind kind)
    {
        if (!_known.TryGetValue(key, out var same))
        {
            _known.Add(key, same = new List<(CustomerId, CustomerKind)>(1));
        }

        if (!same.Exists(s => s.Id == id))
        {
            same.Add((id, kind));
        }
    }

    private List<CustomerId> Likely(IEnumerable<ImportKey> keys, CustomerKind kind)
    {
        var found = new List<CustomerId>();
        foreach (var key in keys)
        {
            if (_known.TryGetValue(key, out var same))
            {
                found.AddRange(same.Where(s => s.Kind == kind && !found.Contains(s.Id)).Select(s => s.Id));
            }
        }

        return found;
    }

    private static IEnumerable<ImportKey> CertainKeysOf(ImportedCustomer row)
    {
        if (row.Reference is { } reference)
        {
            yield return new ImportKey(ImportKeyKind.Reference, reference.Value);
            if (CustomerId.TryParse(reference.Value, null, out var id))
            {
                yield return new ImportKey(ImportKeyKind.Id, id.ToString());
            }
        }
    }

    private static IEnumerable<ImportKey> EmailKeysOf(ImportedCustomer row) => row.Emails.Select(e => new ImportKey(ImportKeyKind.Contact, ContactPoint.KeyOf(e.Email)));

    // A fax machine serves many.
    private static IEnumerable<ImportKey> PhoneKeysOf(ImportedCustomer row) =>
        row.Phones.Where(p => p.Kind != ContactPointKind.Fax).Select(p => new ImportKey(ImportKeyKind.Contact, ContactPoint.KeyOf(p.Phone))).Distinct();
}

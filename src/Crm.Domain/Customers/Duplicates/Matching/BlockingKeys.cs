namespace Crm.Domain.Customers;

/// <summary>
/// The keys by which records meet before they are compared. Each key is made of a few fields, so that an error in one field
/// spoils only some of a record's keys; names count by sound, and in either place.
/// </summary>
/// <param name="table">The records.</param>
/// <param name="forStorage">Whether only the most telling kinds are made: each key is a row of the database.</param>
internal sealed class BlockingKeys(RecordTable table, bool forStorage = false)
{
    private const int WordsOfOrganisation = 4;
    private const int PrefixLength = 6;
    private const int PhoneDigits = 7;

    /// <summary>Adds the keys of a record to a list, each with its kind in the lowest bits.</summary>
    public void Add(int record, List<ulong> keys)
    {
        var (given, family) = (table.Text(record, RecordColumn.Given), table.Text(record, RecordColumn.Family));
        var (postcode, number, street) = (table.Text(record, RecordColumn.Postcode), table.Text(record, RecordColumn.Number), table.Text(record, RecordColumn.Street));
        if (given is not null && family is not null)
        {
            var ordered = string.CompareOrdinal(given.Sound, family.Sound) <= 0;
            keys.Add(Key(1, (ordered ? given : family).Sound, (ordered ? family : given).Sound));
        }

        AddDate(table.Text(record, RecordColumn.Birth)?.Text, given, family, keys);
        foreach (var name in (ReadOnlySpan<FieldText?>)[given, family])
        {
            if (name is null)
            {
                continue;
            }

            AddPair(6, street?.Sound, name.Sound, keys);
            if (!forStorage || name == family)
            {
                // Who shares no more than a given name and a postal code is somebody else.
                AddPair(4, postcode?.Compact, name.Sound, keys);
            }

            if (!forStorage)
            {
                AddPair(5, table.Text(record, RecordColumn.City)?.Sound, name.Sound, keys);
                AddPair(5, table.Text(record, RecordColumn.Suburb)?.Sound, name.Sound, keys);
                AddPair(7, number?.Compact, name.Sound, keys);
            }
        }

        AddPair(8, number?.Compact, street?.Sound, keys);
        if (!forStorage)
        {
            AddPair(9, number?.Compact, postcode?.Compact, keys);
            AddPair(10, street?.Compact, postcode?.Compact ?? table.Text(record, RecordColumn.City)?.Sound, keys);
        }

        AddCodes(record, keys);
        AddOrganisation(table.Text(record, RecordColumn.Organisation), postcode, keys);
    }

    private void AddDate(string? date, FieldText? given, FieldText? family, List<ulong> keys)
    {
        if (date is null)
        {
            return;
        }

        if (date.Length != 8)
        {
            keys.Add(Key(2, date, string.Empty));
            return;
        }

        var year = date.AsSpan(0, 4);
        var month = date.AsSpan(4, 2);
        var day = date.AsSpan(6, 2);
        var ordered = month.SequenceCompareTo(day) <= 0;
        keys.Add(Mix(Mix(Mix(2, year), ordered ? month : day), ordered ? day : month));
        foreach (var name in (ReadOnlySpan<FieldText?>)[given, family])
        {
            if (name is not null && !forStorage)
            {
                keys.Add(Mix(Mix(Mix(11, year), month), name.Sound));
                keys.Add(Mix(Mix(Mix(12, month), day), name.Sound));
                keys.Add(Mix(Mix(Mix(13, year), day), name.Sound));
            }
        }
    }

    private void AddCodes(int record, List<ulong> keys)
    {
        if (table.Text(record, RecordColumn.Phone)?.Text is { Length: >= PhoneDigits } phone)
        {
            keys.Add(Mix(14, phone.AsSpan(phone.Length - PhoneDigits)));
        }

        if (table.Text(record, RecordColumn.Email)?.Text is { } email)
        {
            keys.Add(Mix(15, email));
            if (!forStorage && email.IndexOf('@', StringComparison.Ordinal) is >= 5 and var at)
            {
                keys.Add(Mix(16, email.AsSpan(0, at)));
            }
        }

        if (table.Text(record, RecordColumn.NationalId)?.Compact is { } id)
        {
            keys.Add(Mix(17, id));
            if (id.Length >= 7 && !forStorage)
            {
                keys.Add(Mix(18, id.AsSpan(0, id.Length / 2)));
                keys.Add(Mix(19, id.AsSpan(id.Length - (id.Length / 2))));
            }
        }
    }

    // The rarest words, and the beginning of what is written as one.
    private void AddOrganisation(FieldText? organisation, FieldText? postcode, List<ulong> keys)
    {
        if (organisation is null)
        {
            return;
        }

        foreach (var word in organisation.Words.OrderBy(table.Organisations.ValuesWith).ThenByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).Take(WordsOfOrganisation))
        {
            keys.Add(Mix(20, word));
            if (!forStorage && word.Length > 3 && !word.AsSpan().ContainsAnyInRange('0', '9'))
            {
                keys.Add(Mix(21, SoundKey.Of(word)));
                AddPair(22, SoundKey.Of(word), postcode?.Compact, keys);
            }
        }

        if (!forStorage)
        {
            keys.Add(Mix(23, organisation.Compact.AsSpan(0, Math.Min(PrefixLength, organisation.Compact.Length))));
        }

        keys.Add(Mix(24, organisation.Sound));
    }

    private static void AddPair(ulong kind, string? one, string? other, List<ulong> keys)
    {
        if (one is { Length: > 0 } && other is { Length: > 0 })
        {
            keys.Add(Key(kind, one, other));
        }
    }

    private static ulong Key(ulong kind, string one, string other) => Mix(Mix(kind, one), other);

    // FNV-1a over UTF-16, with a mark between parts; equal in every process.
    private static ulong Mix(ulong seed, ReadOnlySpan<char> text)
    {
        var hash = seed < 256 ? 14695981039346656037UL ^ (seed * 0x9E3779B97F4A7C15UL) : seed;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return (hash ^ 0x1FUL) * 1099511628211UL;
    }
}

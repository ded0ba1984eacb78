using Crm.Domain.Primitives;

namespace Crm.Persistence.EfCore.Querying;

/// <summary>Turns rows fetched one beyond the page into a page and the key of the next.</summary>
internal static class Keyset
{
    public static Page<T> ToPage<T>(this List<T> rows, PageRequest page, Func<T, PageKey> key)
    {
        if (rows.Count <= page.Take)
        {
            return new Page<T>(rows, null);
        }

        rows.RemoveAt(rows.Count - 1);
        return new Page<T>(rows, key(rows[^1]));
    }
}

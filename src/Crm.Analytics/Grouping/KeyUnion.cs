namespace Crm.Analytics.Grouping;

/// <summary>Two ascending lists of distinct keys as one, with the new place of every key.</summary>
internal static class KeyUnion
{
    public static (T[] Keys, int[] Left, int[] Right) Of<T>(T[] left, T[] right, IComparer<T> order)
    {
        var (keys, leftPlaces, rightPlaces) = (new T[left.Length + right.Length], new int[left.Length], new int[right.Length]);
        var (i, j, count) = (0, 0, 0);
        while (i < left.Length || j < right.Length)
        {
            var comparison = j == right.Length ? -1 : i == left.Length ? 1 : order.Compare(left[i], right[j]);
            keys[count] = comparison <= 0 ? left[i] : right[j];
            if (comparison <= 0) leftPlaces[i++] = count;
            if (comparison >= 0) rightPlaces[j++] = count;
            count++;
        }

        return (keys[..count], leftPlaces, rightPlaces);
    }
}

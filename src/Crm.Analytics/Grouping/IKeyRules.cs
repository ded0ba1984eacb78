namespace Crm.Analytics.Grouping;

/// <summary>How keys of one type hash, compare and sort. Implemented by empty structs, so that the calls are inlined.</summary>
internal interface IKeyRules<TKey>
{
    /// <summary>Whether the value means that there is no key.</summary>
    static abstract bool IsMissing(TKey key);

    /// <summary>A hash whose high and low bits are both well mixed.</summary>
    static abstract uint Hash(TKey key);

    static abstract bool AreEqual(TKey left, TKey right);

    /// <summary>Sorts keys ascending and moves the numbers with them.</summary>
    static abstract void Sort(TKey[] keys, int[] numbers);
}

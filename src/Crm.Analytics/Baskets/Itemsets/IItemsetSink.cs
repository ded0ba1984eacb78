namespace Crm.Analytics.Baskets;

/// <summary>Takes what the search of one thread finds.</summary>
internal interface IItemsetSink
{
    /// <summary>Whether enough was found.</summary>
    bool IsFull { get; }

    /// <summary>The path of the search got a new last item.</summary>
    void Enter(int depth);

    /// <summary>The path is frequent, and so is it with every subset of the perfect extensions, all with the same count.</summary>
    void AddAll(ReadOnlySpan<int> path, ReadOnlySpan<int> perfect, int count);

    /// <summary>The path with all its perfect extensions is wanted.</summary>
    void AddOne(ReadOnlySpan<int> path, ReadOnlySpan<int> perfect, int count);
}

namespace Crm.Domain.Knowledge;

/// <summary>How knowledge items are written and trusted.</summary>
public sealed class KnowledgeOptions
{
    /// <summary>Most items of a batch.</summary>
    public const int MaxBatchSize = 1_000;

    /// <summary>The licence of members of staff none of whose roles has one. The software itself is a publisher.</summary>
    /// <value><see cref="KnowledgeLicence.Publisher"/> by default: everybody may do everything.</value>
    public KnowledgeLicence DefaultLicence { get; set; } = KnowledgeLicence.Publisher;

    /// <summary>The licences of roles; whoever has several roles has the highest licence of them.</summary>
    /// <value>Empty by default.</value>
    public IDictionary<string, KnowledgeLicence> RoleLicences { get; } = new Dictionary<string, KnowledgeLicence>(StringComparer.Ordinal);

    /// <summary>After how many reuses since anything raised doubt in it an item is validated.</summary>
    /// <value>3 by default; 0 for never.</value>
    public int ReusesToValidate { get; set; } = 3;

    /// <summary>How many items that came due by the clock are saved at once.</summary>
    /// <value>100 by default; 1 to <see cref="MaxBatchSize"/>.</value>
    public int BatchSize { get; set; } = 100;

    internal bool IsUsable => Enum.IsDefined(DefaultLicence) && RoleLicences.Values.All(Enum.IsDefined) && ReusesToValidate >= 0 && BatchSize is >= 1 and <= MaxBatchSize;
}

namespace Crm.Domain.Marketing;

/// <summary>One step of a journey.</summary>
public abstract record JourneyStep
{
    /// <summary>Most characters of a key.</summary>
    public const int MaxKeyLength = 60;

    private protected JourneyStep(string key) => Key = key;

    /// <summary>Its key: lower-case letters, digits and hyphens, beginning with a letter; unique within the journey.</summary>
    public string Key { get; }

    /// <summary>The steps that can follow, with the member that names them.</summary>
    internal abstract IEnumerable<(string Member, string Key)> Followers { get; }

    private protected static IEnumerable<(string Member, string Key)> Named(params ReadOnlySpan<(string Member, string? Key)> followers)
    {
        var named = new List<(string, string)>();
        foreach (var (member, key) in followers)
        {
            if (key is not null)
            {
                named.Add((member, key));
            }
        }

        return named;
    }
}

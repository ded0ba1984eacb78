using Crm.Domain.Values;

namespace Crm.Domain.Marketing;

/// <summary>What a visitor sends with a form.</summary>
/// <param name="Sender">Who sends it as far as the host can tell, such as the address of the Internet; kept as a keyed hash, to count by.</param>
public sealed record SignUpRequest(string Sender)
{
    /// <summary>Longest sender.</summary>
    public const int MaxSenderLength = 200;

    /// <summary>Field to answer, as it was typed.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The consents that were ticked, such as <c>marketing/email</c>.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyCollection<string> Agreed { get; init; } = [];

    /// <summary>The language that the visitor reads.</summary>
    public LanguageTag? Language { get; init; }

    /// <summary>What stands in a field that people do not see. Whoever fills it in is a robot: it gets the usual answer, and nothing is kept.</summary>
    public string? Trap { get; init; }
}

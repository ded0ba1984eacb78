using Crm.Domain.Interactions;
using Crm.Domain.Privacy;

namespace Crm.Domain.Marketing;

/// <summary>A consent that a sign-up form asks for.</summary>
/// <param name="Purpose">The purpose.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Texts">The words that are agreed to, by language.</param>
public sealed record SignUpConsent(PurposeKey Purpose, ChannelKey Channel, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>What a request names it by, such as <c>marketing/email</c>.</summary>
    public string Key => $"{Purpose}/{Channel}";

    /// <summary>Whether nobody signs up without it.</summary>
    /// <value>False by default.</value>
    public bool IsRequired { get; init; }
}

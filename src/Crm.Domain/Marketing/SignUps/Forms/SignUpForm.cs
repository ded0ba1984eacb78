using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A form by which visitors sign up: drafted, opened, closed, and opened again. Once it was open it does not change any more, so that it always says what was agreed to.</summary>
public sealed class SignUpForm : AggregateRoot<SignUpFormId>
{
    /// <summary>Longest key.</summary>
    public const int MaxKeyLength = 64;

    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 200;

    private SignUpForm() => (Key, Name, Definition) = (null!, null!, null!);

    /// <summary>Drafts a form.</summary>
    /// <param name="id">The id.</param>
    /// <param name="key">What programs call it: up to <see cref="MaxKeyLength"/> lower-case letters, digits and hyphens, a letter first.</param>
    /// <param name="name">What staff calls it.</param>
    /// <param name="definition">What it asks, and what follows.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">Key or name is out of its bounds.</exception>
    /// <exception cref="CrmRuleException">The definition is wrong somewhere.</exception>
    public SignUpForm(SignUpFormId id, string key, string name, SignUpFormDefinition definition, Instant now)
        : base(id)
    {
        Key = IsKey(key) ? key : throw new ArgumentException($"A key has up to {MaxKeyLength} lower-case letters, digits and hyphens, a letter first.", nameof(key));
        (Name, CreatedAt, Definition) = (Guard.Line(name, MaxNameLength), now, Checked(definition));
        Raise(new SignUpFormCreated(Id, Key, now));
    }

    /// <summary>What programs call it; never changes.</summary>
    public string Key { get; private set; }

    /// <summary>What staff calls it.</summary>
    public string Name { get; private set; }

    /// <summary>Whether it takes anything.</summary>
    public SignUpFormStatus Status { get; private set; }

    /// <summary>What it asks, as JSON.</summary>
    public string Definition { get; private set; }

    /// <summary>When it was drafted.</summary>
    public Instant CreatedAt { get; private set; }

    /// <summary>When it was opened last.</summary>
    public Instant? OpenedAt { get; private set; }

    /// <summary>When it was closed last.</summary>
    public Instant? ClosedAt { get; private set; }

    /// <summary>What it asks.</summary>
    /// <returns>The definition.</returns>
    public SignUpFormDefinition Read() => SignUpFormDefinition.Parse(Definition).Value;

    /// <summary>Whether it can be written otherwise: while it is a draft.</summary>
    /// <returns>The ruling; refused with <c>SignUpFormNotInStatus</c>.</returns>
    public CrmRuling CanRewrite() => MustBe(Status == SignUpFormStatus.Draft);

    /// <summary>Writes the draft otherwise.</summary>
    /// <param name="definition">What it asks, and what follows.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is no draft, or the definition is wrong somewhere.</exception>
    public void Rewrite(SignUpFormDefinition definition, Instant now)
    {
        CanRewrite().Demand();
        Definition = Checked(definition);
        Raise(new SignUpFormRewritten(Id, Key, now));
    }

    /// <summary>Whether it can be opened.</summary>
    /// <returns>The ruling; refused with <c>SignUpFormNotInStatus</c>.</returns>
    public CrmRuling CanOpen() => MustBe(Status != SignUpFormStatus.Open);

    /// <summary>Opens it to visitors.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is open.</exception>
    public void Open(Instant now)
    {
        CanOpen().Demand();
        (Status, OpenedAt) = (SignUpFormStatus.Open, now);
        Raise(new SignUpFormOpened(Id, Key, now));
    }

    /// <summary>Whether it can be closed.</summary>
    /// <returns>The ruling; refused with <c>SignUpFormNotInStatus</c>.</returns>
    public CrmRuling CanClose() => CanTake();

    /// <summary>Closes it; who signed up before can still confirm.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not open.</exception>
    public void Close(Instant now)
    {
        CanClose().Demand();
        (Status, ClosedAt) = (SignUpFormStatus.Closed, now);
        Raise(new SignUpFormClosed(Id, Key, now));
    }

    /// <summary>Whether visitors can sign up.</summary>
    /// <returns>The ruling; refused with <c>SignUpFormNotInStatus</c>.</returns>
    public CrmRuling CanTake() => MustBe(Status == SignUpFormStatus.Open);

    internal static bool IsKey(string? key) =>
        key is { Length: > 0 and <= MaxKeyLength } && char.IsAsciiLetterLower(key[0]) && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static string Checked(SignUpFormDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition.Check() is { Count: > 0 } wrong ? throw new CrmRuleException(wrong) : definition.ToJson();
    }

    private CrmRuling MustBe(bool isSo) => isSo ? CrmRuling.Permitted : CrmRuling.Refused(e => e.SignUpFormNotInStatus(Key, e.NameOf(Status)));
}

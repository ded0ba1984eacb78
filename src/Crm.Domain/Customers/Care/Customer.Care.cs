using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

public abstract partial class Customer
{
    private readonly List<CustomerTag> _tags = [];
    private readonly List<CustomerPreference> _preferences = [];

    /// <summary>Id of the care specialist who looks after the customer.</summary>
    public string? SpecialistId { get; private set; }

    /// <summary>The specialist's name for people.</summary>
    public string? SpecialistName { get; private set; }

    /// <summary>The team that looks after the customer.</summary>
    public string? TeamId { get; private set; }

    /// <summary>Words by which staff group customers.</summary>
    public IReadOnlyList<CustomerTag> Tags => _tags;

    /// <summary>What the customer prefers, one value per key.</summary>
    public IReadOnlyList<CustomerPreference> Preferences => _preferences;

    /// <summary>Names who looks after the customer.</summary>
    /// <param name="specialistId">Id of the specialist in the host's user directory; null for nobody.</param>
    /// <param name="specialistName">The specialist's name; the id when null.</param>
    /// <param name="teamId">The team; null for none.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is too long or has control characters, or a name has no id.</exception>
    public void AssignTo(string? specialistId, string? specialistName, string? teamId, Instant now)
    {
        var id = Guard.OptionalLine(specialistId, Actor.MaxIdLength);
        var name = Guard.OptionalLine(specialistName, 200);
        var team = Guard.OptionalLine(teamId, Actor.MaxIdLength);
        if (id is null && name is not null)
        {
            throw new ArgumentException("A specialist's name needs the specialist's id.", nameof(specialistName));
        }

        (SpecialistId, SpecialistName, TeamId) = (id, name ?? id, team);
        Raise(new CustomerAssigned(Id, id, SpecialistName, team, now));
    }

    /// <summary>Whether a tag can be added.</summary>
    /// <param name="tag">The tag, one line.</param>
    /// <returns>The ruling; refused with <c>TagAlreadyPresent</c>.</returns>
    /// <exception cref="ArgumentException">The tag is empty, too long, or has control characters.</exception>
    public CrmRuling CanAddTag(string tag) => TagOf(tag) is var name && _tags.Exists(t => t.Name == name)
        ? CrmRuling.Refused(e => e.TagAlreadyPresent(name))
        : CrmRuling.Permitted;

    /// <summary>Adds a tag, normalised: composed, in lower case, with single blanks.</summary>
    /// <param name="tag">The tag, one line of at most <see cref="CustomerTag.MaxLength"/> characters.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The customer has it already.</exception>
    /// <exception cref="ArgumentException">The tag is empty, too long, or has control characters.</exception>
    public void AddTag(string tag, Instant now)
    {
        CanAddTag(tag).Demand();
        var name = TagOf(tag);
        _tags.Add(new CustomerTag(name));
        Raise(new CustomerTagged(Id, name, now));
    }

    /// <summary>Whether a tag can be removed.</summary>
    /// <param name="tag">The tag, in any notation.</param>
    /// <returns>The ruling; refused with <c>TagNotFound</c>.</returns>
    /// <exception cref="ArgumentException">The tag is empty, too long, or has control characters.</exception>
    public CrmRuling CanRemoveTag(string tag) => TagOf(tag) is var name && _tags.Exists(t => t.Name == name)
        ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.TagNotFound(name));

    /// <summary>Removes a tag.</summary>
    /// <param name="tag">The tag, in any notation.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The customer does not have it.</exception>
    /// <exception cref="ArgumentException">The tag is empty, too long, or has control characters.</exception>
    public void RemoveTag(string tag, Instant now)
    {
        CanRemoveTag(tag).Demand();
        var name = TagOf(tag);
        _tags.RemoveAll(t => t.Name == name);
        Raise(new CustomerUntagged(Id, name, now));
    }

    /// <summary>What the customer prefers.</summary>
    /// <param name="key">What it is about, in any case.</param>
    /// <returns>The preference; null when none is known.</returns>
    public CustomerPreference? Preference(string key) => KeyOf(key) is var folded ? _preferences.Find(p => p.Key == folded) : null;

    /// <summary>Notes what the customer prefers, in place of what was known before.</summary>
    /// <param name="key">What it is about, one line of at most <see cref="CustomerPreference.MaxKeyLength"/> characters.</param>
    /// <param name="value">What the customer prefers, at most <see cref="CustomerPreference.MaxValueLength"/> characters.</param>
    /// <param name="source">Where it is known from, one line; null when it is not known.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is empty, too long, or has control characters.</exception>
    public void Prefer(string key, string value, string? source, Instant now)
    {
        var (folded, wanted, from) = (KeyOf(key), Guard.Text(value, CustomerPreference.MaxValueLength), Guard.OptionalLine(source, CustomerPreference.MaxKeyLength));
        ArgumentException.ThrowIfNullOrWhiteSpace(wanted, nameof(value));
        if (_preferences.Find(p => p.Key == folded) is { } known)
        {
            known.Set(wanted, from, now);
        }
        else
        {
            _preferences.Add(new CustomerPreference(folded, wanted, from, now));
        }

        Raise(new PreferenceChanged(Id, folded, now));
    }

    /// <summary>Whether a preference is known and can be forgotten.</summary>
    /// <param name="key">What it is about, in any case.</param>
    /// <returns>The ruling; refused with <c>PreferenceNotFound</c>.</returns>
    /// <exception cref="ArgumentException">The key is empty, too long, or has control characters.</exception>
    public CrmRuling CanForgetPreference(string key) =>
        Preference(key) is null ? CrmRuling.Refused(e => e.PreferenceNotFound(key)) : CrmRuling.Permitted;

    /// <summary>Forgets a preference.</summary>
    /// <param name="key">What it is about, in any case.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">No such preference is known.</exception>
    /// <exception cref="ArgumentException">The key is empty, too long, or has control characters.</exception>
    public void ForgetPreference(string key, Instant now)
    {
        CanForgetPreference(key).Demand();
        var known = Preference(key)!;
        _preferences.Remove(known);
        Raise(new PreferenceChanged(Id, known.Key, now));
    }

    internal static string TagOf(string tag)
    {
        var words = FoldedText.Of(Guard.Line(tag, CustomerTag.MaxLength)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Fit(string.Join(' ', words), CustomerTag.MaxLength, nameof(tag));
    }

    private static string KeyOf(string key) => Fit(FoldedText.Of(Guard.Line(key, CustomerPreference.MaxKeyLength)), CustomerPreference.MaxKeyLength, nameof(key));

    // Compatibility composition can lengthen a text, and make blanks at its ends.
    private static string Fit(string folded, int maxLength, string name) => Guard.Line(folded, maxLength, name);
}

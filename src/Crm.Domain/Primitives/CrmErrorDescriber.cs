using System.Globalization;

namespace Crm.Domain.Primitives;

/// <summary>
/// The words of every refusal. The code of an error is the name of its method and never changes; the text follows the current
/// UI culture. Hosts change or translate texts by deriving and registering their class before <c>AddCrm</c>.
/// </summary>
public partial class CrmErrorDescriber
{
    /// <summary>The describer used where none is injected: by rule exceptions of aggregates.</summary>
    public static CrmErrorDescriber Default { get; } = new();

    /// <summary>The actor may not do this.</summary>
    /// <param name="act">Name of the act.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ActNotAllowed(string act) =>
        Error(nameof(ActNotAllowed), "You may not do this: {0}.", null, act);

    /// <summary>The actor's roles keep a field from being changed.</summary>
    /// <param name="field">Type and field.</param>
    /// <returns>The error.</returns>
    public virtual CrmError FieldNotWritable(string field) =>
        Error(nameof(FieldNotWritable), "You may not change this field: {0}.", field, field);

    /// <summary>The actor's roles keep a field from being read, so it cannot be asked for either.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The error.</returns>
    public virtual CrmError FieldNotReadable(string field) =>
        Error(nameof(FieldNotReadable), "You may not read this field: {0}.", field, field);

    /// <summary>Somebody else changed the record since it was read.</summary>
    /// <param name="record">Kind of record and id.</param>
    /// <returns>The error.</returns>
    public virtual CrmError VersionConflict(string record) =>
        Error(nameof(VersionConflict), "{0} was changed by somebody else since it was read. Read it again and repeat the change.", null, record);

    /// <summary>A value that must be unique exists already.</summary>
    /// <param name="record">Kind of record and id.</param>
    /// <returns>The error.</returns>
    public virtual CrmError AlreadyExists(string record) =>
        Error(nameof(AlreadyExists), "{0} cannot be saved: a value that must be unique exists already.", null, record);

    /// <summary>A value is not acceptable.</summary>
    /// <param name="target">The argument or field.</param>
    /// <param name="reason">What is wrong with it.</param>
    /// <returns>The error.</returns>
    public virtual CrmError InvalidValue(string target, string reason) =>
        Error(nameof(InvalidValue), "{0} is not acceptable: {1}", target, target, reason);

    /// <summary>The name of a state or another enumerated value in the current UI culture.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its name for people, such as "Handling".</returns>
    public virtual string NameOf(Enum value) => CrmNames.Of(value);

    /// <summary>Makes an error whose text is translated when the shipped translations have its code.</summary>
    /// <param name="code">The code: the calling method's name.</param>
    /// <param name="english">The English text, a composite format.</param>
    /// <param name="target">The argument or field it is about.</param>
    /// <param name="arguments">What the format's places stand for.</param>
    /// <returns>The error.</returns>
    protected static CrmError Error(string code, string english, string? target, params object[] arguments)
    {
        var culture = CultureInfo.CurrentUICulture;
        var format = CrmTexts.Find(code, culture) ?? english;
        return new CrmError(code, string.Format(culture, format, arguments), target);
    }
}

namespace Crm.Domain.Primitives;

/// <summary>One reason why something was refused.</summary>
/// <param name="Code">Stable code, the same in every language; part of the public API.</param>
/// <param name="Message">Text for people in the current UI culture.</param>
/// <param name="Target">The argument or field it is about, if any.</param>
public sealed record CrmError(string Code, string Message, string? Target = null)
{
    /// <summary>The same of a text that stands at a place of a larger one: a target that begins at <c>$</c> begins there.</summary>
    internal CrmError Under(string path) => Target is { } target && target.StartsWith('$')
        ? this with { Target = path + target[1..], Message = Message.Replace(target, path + target[1..], StringComparison.Ordinal) }
        : this;
}

namespace Crm.Domain.Primitives;

/// <summary>One reason why something was refused.</summary>
/// <param name="Code">Stable code, the same in every language; part of the public API.</param>
/// <param name="Message">Text for people in the current UI culture.</param>
/// <param name="Target">The argument or field it is about, if any.</param>
public sealed record CrmError(string Code, string Message, string? Target = null);

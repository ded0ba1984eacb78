using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>The message for which values are wanted.</summary>
/// <param name="Recipient">Who gets it.</param>
/// <param name="About">The record it is about.</param>
/// <param name="Language">The language of the template's text.</param>
public sealed record MessageValueQuestion(MessageRecipient Recipient, SubjectReference? About, LanguageTag Language);

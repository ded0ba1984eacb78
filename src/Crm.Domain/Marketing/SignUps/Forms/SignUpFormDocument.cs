using System.Text.Json.Serialization;

namespace Crm.Domain.Marketing;

/// <summary>A sign-up form as it stands in JSON; what is missing is null.</summary>
internal sealed class SignUpFormDocument
{
    public string? Language { get; set; }

    public Dictionary<string, string>? Titles { get; set; }

    public Dictionary<string, string>? Texts { get; set; }

    public List<SignUpFieldDocument?>? Fields { get; set; }

    public List<SignUpConsentDocument?>? Consents { get; set; }

    public string? Wording { get; set; }

    public string? Template { get; set; }

    public int? ConfirmWithinHours { get; set; }

    public bool? CreatesBeforeConfirmation { get; set; }

    public string? List { get; set; }

    public string? Journey { get; set; }

    public string? Campaign { get; set; }
}

/// <summary>A field as it stands in JSON.</summary>
internal sealed class SignUpFieldDocument
{
    public string? Key { get; set; }

    public string? Target { get; set; }

    public Dictionary<string, string>? Texts { get; set; }

    public bool Required { get; set; }
}

/// <summary>A consent as it stands in JSON.</summary>
internal sealed class SignUpConsentDocument
{
    public string? Purpose { get; set; }

    public string? Channel { get; set; }

    public Dictionary<string, string>? Texts { get; set; }

    public bool Required { get; set; }
}

/// <summary>Forms and answers as JSON: camel case, and no member that means nothing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SignUpFormDocument))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class SignUpDocuments : JsonSerializerContext;

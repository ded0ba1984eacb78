using System.Text.Json;
using Crm.Domain.Intake;
using Crm.Domain.Interactions;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Console.Intake;

/// <summary>How messages are taken in, as a file says.</summary>
internal static class IntakeSettings
{
    private static readonly Dictionary<string, CaseReferencePlaces> s_places = new(StringComparer.Ordinal)
    {
        ["subject"] = CaseReferencePlaces.Subject, ["body"] = CaseReferencePlaces.Body, ["attachments"] = CaseReferencePlaces.Attachments, ["headers"] = CaseReferencePlaces.Headers,
    };

    private static readonly Dictionary<string, Action<CrmOptions, JsonElement>> s_members = new(StringComparer.Ordinal)
    {
        ["searchCaseReferenceIn"] = (o, v) => o.Intake.SearchCaseReferenceIn = Texts(v).Select(p => s_places.TryGetValue(p, out var place) ? place : throw new FormatException($"{p}: there is {string.Join(", ", s_places.Keys)}."))
            .Aggregate(CaseReferencePlaces.Subject, (all, place) => all | place),
        ["followUpPossible"] = (o, v) => o.CaseFollowUps.Policy = o.CaseFollowUps.Policy with { FollowUpPossible = v.GetString() switch { "yes" => FollowUpPossible.Yes, "newCase" => FollowUpPossible.NewCase, _ => throw new FormatException("There is yes, newCase.") } },
        ["reopenWindowDays"] = (o, v) => o.CaseFollowUps.Policy = o.CaseFollowUps.Policy with { ReopenWindowDays = v.TryGetInt32(out var days) && days >= 0 ? days : throw new FormatException("A number of days is expected.") },
        ["allowFollowUpFromStrangers"] = (o, v) => o.Intake.AllowFollowUpFromStrangers = v.GetBoolean(),
        ["recordsUnknownSenders"] = (o, v) => o.Intake.RecordsUnknownSenders = v.GetBoolean(),
        ["takesSuppressedSenders"] = (o, v) => o.Intake.TakesSuppressedSenders = v.GetBoolean(),
        ["ambiguousSenders"] = (o, v) => o.Intake.AmbiguousSenders = v.GetString() switch { "mostRecent" => AmbiguousSenders.MostRecent, "unresolved" => AmbiguousSenders.Unresolved, _ => throw new FormatException("There is mostRecent, unresolved.") },
        ["channelsWithoutCases"] = (o, v) => o.Intake.ChannelsWithoutCases.UnionWith(Texts(v).Select(c => new ChannelKey(c))),
        ["ownAddresses"] = (o, v) => o.Intake.OwnAddresses.UnionWith(Texts(v)),
        ["trustedHeaders"] = (o, v) => o.Intake.TrustedHeaders = v.GetBoolean() ? new TrustedMailHeaders() : null,
    };

    /// <summary>What holds without a file: whoever can write the file of messages can write the headers in it, too.</summary>
    public static void Usual(CrmOptions options) => options.Intake.TrustedHeaders = new TrustedMailHeaders();

    public static Action<CrmOptions> Read(TextSource source)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(source.Read(text => text.ReadToEnd()));
            root = document.RootElement.Clone();
        }
        catch (JsonException unreadable)
        {
            throw CommandFailure.Input("SettingsUnusable", unreadable.Message, source.Name, (int?)unreadable.LineNumber + 1, inner: unreadable);
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            throw CommandFailure.Input("SettingsUnusable", "An object is expected.", source.Name);
        }

        // Tried at once, so that a mistake is told before a database is opened.
        Apply(new CrmOptions());
        return Apply;

        void Apply(CrmOptions options)
        {
            Usual(options);
            foreach (var member in root.EnumerateObject())
            {
                if (!s_members.TryGetValue(member.Name, out var set))
                {
                    throw CommandFailure.Input("SettingsUnusable", $"There is {string.Join(", ", s_members.Keys)}.", source.Name, column: member.Name);
                }

                try
                {
                    set(options, member.Value);
                }
                catch (Exception mistake) when (mistake is FormatException or InvalidOperationException or ArgumentException)
                {
                    throw CommandFailure.Input("SettingsUnusable", mistake.Message, source.Name, column: member.Name, inner: mistake);
                }
            }
        }
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.EnumerateArray().Select(v => v.GetString() ?? throw new FormatException("Texts are expected."));
}

using System.CommandLine;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Interactions;

/// <summary><c>crm activity</c> with everything below it.</summary>
internal static class ActivityCommands
{
    public static Command Create() => new Command("activity", "Tasks, calls and meetings.").With(
        [ActivityPlanCommand.Create(), ActivityListCommand.Create(), .. ActivityOutcomeCommands.Create(), .. ActivityCalendarCommands.Create()]);
}

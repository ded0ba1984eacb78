using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Crm.Testing;

/// <summary>A process and its children, by process id.</summary>
public static class ProcessTree
{
    /// <summary>Kills a process with SIGKILL and then the children it had; none of them can tidy up.</summary>
    public static async Task KillAsync(int processId)
    {
        int[] all = [processId, .. Children(processId)];
        Array.ForEach(all, KillOne);
        while (all.Any(IsAlive))
        {
            await Task.Delay(5);
        }
    }

    private static void KillOne(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It ended by itself.
        }
    }

    private static IEnumerable<int> Children(int parent) => Directory.Exists("/proc")
        ? Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id != 0 && Status(id) is [_, var owner, ..] && owner == parent.ToString(CultureInfo.InvariantCulture))
        : [];

    // A zombie is dead: it waits for its parent to ask for its exit code and holds nothing.
    private static bool IsAlive(int processId) => Status(processId) is [not "Z" and not "X", ..];

    // /proc/<id>/stat: "id (name) state parent …"; the name may hold blanks and parentheses.
    private static string[] Status(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }
}

using System.Globalization;
using BenchmarkDotNet.Running;
using Crm.Benchmarks;

if (args is ["duplicates", .. var rest])
{
    DuplicateScale.Run(rest is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 100_000, rest is [_, var kind] ? kind : "");
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(DuplicateScale).Assembly).Run(args);
}

using BenchmarkDotNet.Attributes;
using Crm.Domain.Interactions;
using Crm.Testing;

namespace Crm.Benchmarks;

/// <summary>The 46 mails of the test data, one of them of 767 KB, read for what their authors wrote; peer: the lines without a mark.</summary>
[MemoryDiagnoser]
public class ReplyTextBenchmarks
{
    private string[] _mails = null!;

    [Params(false, true)]
    public bool WithLongMail { get; set; }

    [GlobalSetup]
    public void Setup() => _mails =
    [
        .. Directory.GetFiles(Path.Combine(TestData.Folder, "interactions/replies"), "*.txt", SearchOption.AllDirectories)
            .Select(File.ReadAllText).Where(mail => WithLongMail || mail.Length < 100_000),
    ];

    [Benchmark(Baseline = true)]
    public int WithoutMarkedLines() => _mails.Sum(mail => string.Join('\n', mail.Split('\n').Where(line => !line.StartsWith('>'))).Length);

    [Benchmark]
    public int ReplyTextRead() => _mails.Sum(mail => ReplyText.Read(mail).Visible.Length);
}

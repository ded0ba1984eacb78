using Crm.Persistence.Specification.Intake;

namespace Crm.Persistence.Sqlite.Tests.Intake;

public sealed class ThreadingTests(SqliteFixture fixture) : ThreadingSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

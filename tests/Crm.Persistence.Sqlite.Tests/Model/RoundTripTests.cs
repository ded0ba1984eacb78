using Crm.Persistence.Specification.Model;

namespace Crm.Persistence.Sqlite.Tests.Model;

public sealed class RoundTripTests(SqliteFixture fixture) : RoundTripSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

using Crm.Persistence.Specification.Privacy;

namespace Crm.Persistence.Sqlite.Tests.Privacy;

public sealed class PrivacyMeasureTests(SqliteFixture fixture) : PrivacyMeasureSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

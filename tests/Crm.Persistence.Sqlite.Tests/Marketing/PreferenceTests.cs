using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.Sqlite.Tests.Marketing;

public sealed class PreferenceTests(SqliteFixture fixture) : PreferenceSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
